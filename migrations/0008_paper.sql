CREATE TABLE `paper_codes` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_codes_code_unique` ON `paper_codes` (`code`);--> statement-breakpoint
CREATE TABLE `paper_entries` (
	`invitation_id` text NOT NULL,
	`pass` integer NOT NULL,
	`mode` text NOT NULL,
	`answers` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`invitation_id`, `pass`),
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entered_once_or_twice" CHECK("paper_entries"."pass" in (1, 2)),
	CONSTRAINT "entry_is_json" CHECK(json_valid("paper_entries"."answers"))
) STRICT;
--> statement-breakpoint
ALTER TABLE `responses` ADD `entered_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `checked_by` text REFERENCES staff(id);