CREATE TABLE `answer_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`merged_into_id` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `answer_categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `answer_categories_by_project` ON `answer_categories` (`project_id`);--> statement-breakpoint
CREATE TABLE `answer_category_names` (
	`category_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`named_at` integer NOT NULL,
	`named_by` text NOT NULL,
	PRIMARY KEY(`category_id`, `ordinal`),
	FOREIGN KEY (`category_id`) REFERENCES `answer_categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `answer_codings` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`coder_id` text NOT NULL,
	`categories` text NOT NULL,
	`coded_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `item_id`, `coder_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coding_is_json" CHECK(json_valid("answer_codings"."categories"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `answer_resolutions` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`categories` text NOT NULL,
	`resolved_by` text NOT NULL,
	`resolved_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `item_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "resolution_is_json" CHECK(json_valid("answer_resolutions"."categories"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `answer_reviews` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`redacted` text NOT NULL,
	`verdict` text NOT NULL,
	`reviewed_by` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `item_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
