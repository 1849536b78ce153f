CREATE TABLE `cuts` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`code` text NOT NULL,
	`ordinal` integer NOT NULL,
	`from_wave_id` text NOT NULL,
	`to_wave_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`input_sha256` text NOT NULL,
	`results_sha256` text NOT NULL,
	`results` text NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "results_are_json" CHECK(json_valid("cuts"."results")),
	CONSTRAINT "facts_are_json" CHECK(json_valid("cuts"."facts"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_cut_per_code` ON `cuts` (`project_id`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_cut_per_ordinal` ON `cuts` (`project_id`,`ordinal`);
--> statement-breakpoint
CREATE TRIGGER `cuts_frozen` BEFORE UPDATE ON `cuts`
BEGIN SELECT RAISE(ABORT, 'a published cut never changes: publish a new one'); END;
--> statement-breakpoint
CREATE TRIGGER `cuts_kept` BEFORE DELETE ON `cuts`
BEGIN SELECT RAISE(ABORT, 'a published cut is never removed'); END;
