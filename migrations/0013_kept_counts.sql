DROP INDEX `one_set_per_pair_of_waves`;--> statement-breakpoint
ALTER TABLE `column_sets` ADD `kind` text DEFAULT 'answers' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `one_set_of_each_kind` ON `column_sets` (`from_wave_id`,`to_wave_id`,`kind`);