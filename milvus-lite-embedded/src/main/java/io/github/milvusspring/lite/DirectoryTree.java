package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * Deletes directories with their content.
 */
final class DirectoryTree {

	private DirectoryTree() {
	}

	/**
	 * Deletes as much as possible and only logs failures, because another process may be
	 * deleting the same files.
	 */
	static void delete(Path directory) {
		try {
			Files.walkFileTree(directory, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					return deleteOne(file);
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) {
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) {
					return deleteOne(directory);
				}

			});
		}
		catch (IOException ignored) {
			// The visitor throws no exception.
		}
	}

	private static FileVisitResult deleteOne(Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (IOException ex) {
			MilvusLite.LOGGER.log(System.Logger.Level.DEBUG, () -> "Left behind: " + path, ex);
		}
		return FileVisitResult.CONTINUE;
	}

}
