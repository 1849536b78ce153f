ALTER TABLE `projects` ADD `smallest_group` integer DEFAULT 5 NOT NULL CHECK (`smallest_group` >= 5);
