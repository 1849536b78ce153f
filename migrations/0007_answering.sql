CREATE TABLE `handovers` (
	`participant_id` text PRIMARY KEY NOT NULL,
	`successor_id` text NOT NULL,
	`handed_over_at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `information_editions` (
	`project_id` text NOT NULL,
	`version` integer NOT NULL,
	`origin` text NOT NULL,
	`legal_basis` text NOT NULL,
	`body_sv` text NOT NULL,
	`body_en` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	PRIMARY KEY(`project_id`, `version`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `drafts` ADD `marks` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `information_version` integer;--> statement-breakpoint
ALTER TABLE `projects` ADD `shows_feedback` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `languages` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `information_version` integer;
--> statement-breakpoint
CREATE TRIGGER `information_editions_frozen` BEFORE UPDATE ON `information_editions`
BEGIN SELECT RAISE(ABORT, 'what people were told never changes: write a new edition'); END;
--> statement-breakpoint
CREATE TRIGGER `information_editions_kept` BEFORE DELETE ON `information_editions`
BEGIN SELECT RAISE(ABORT, 'every edition is kept: responses refer to it'); END;
