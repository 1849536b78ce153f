CREATE TABLE `report_facts` (
	`report_id` text NOT NULL,
	`topic` text NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`report_id`, `topic`, `revision`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "facts_content_is_json" CHECK(json_valid("report_facts"."content"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `report_logos` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt_sv` text NOT NULL,
	`alt_en` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `report_sections` (
	`report_id` text NOT NULL,
	`part` text NOT NULL,
	`language` text NOT NULL,
	`revision` integer NOT NULL,
	`own_text` text,
	`generated` text NOT NULL,
	`sources` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`report_id`, `part`, `language`, `revision`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sources_are_json" CHECK(json_valid("report_sections"."sources"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`cut_id` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cut_id`) REFERENCES `cuts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_report_per_ordinal` ON `reports` (`project_id`,`ordinal`);
--> statement-breakpoint
CREATE TRIGGER `report_sections_frozen` BEFORE UPDATE ON `report_sections`
BEGIN SELECT RAISE(ABORT, 'an edition of a text never changes: write a new one'); END;
--> statement-breakpoint
CREATE TRIGGER `report_sections_kept` BEFORE DELETE ON `report_sections`
BEGIN SELECT RAISE(ABORT, 'every edition is kept'); END;
--> statement-breakpoint
CREATE TRIGGER `report_facts_frozen` BEFORE UPDATE ON `report_facts`
BEGIN SELECT RAISE(ABORT, 'an edition of facts never changes: write a new one'); END;
--> statement-breakpoint
CREATE TRIGGER `report_facts_kept` BEFORE DELETE ON `report_facts`
BEGIN SELECT RAISE(ABORT, 'every edition is kept'); END;
