CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`file_name` text NOT NULL,
	`file_size` integer,
	`file_sha256` text,
	`error` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "params_are_json" CHECK(json_valid("jobs"."params")),
	CONSTRAINT "done_has_a_file" CHECK("jobs"."state" <> 'done' or ("jobs"."file_size" is not null and "jobs"."file_sha256" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `jobs_by_project` ON `jobs` (`project_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `jobs_by_state` ON `jobs` (`state`,`asked_at`);