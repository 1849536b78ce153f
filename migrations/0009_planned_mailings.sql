CREATE TABLE `planned_mailings` (
	`wave_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordinal` integer NOT NULL,
	`anchor` text NOT NULL,
	`days` integer NOT NULL,
	`minutes` integer NOT NULL,
	`spacing` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer,
	`settled_at` integer,
	`letters` integer DEFAULT 0 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`wave_id`, `kind`, `ordinal`),
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "settled_or_planned" CHECK(("planned_mailings"."state" = 'planned') = ("planned_mailings"."settled_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `planned_mailings_by_state` ON `planned_mailings` (`state`);--> statement-breakpoint
CREATE TRIGGER `settled_mailings_stay` BEFORE UPDATE ON `planned_mailings` WHEN old.state <> 'planned'
BEGIN SELECT RAISE(ABORT, 'a mailing that was done or missed stays as it is'); END;
