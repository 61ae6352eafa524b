package io.github.milvusspring.lite;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Creates the data directory of a server so that only its user can read it, and warns if
 * other users can read an existing one.
 */
final class DataDirectory {

	private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---r-xr-x");

	private DataDirectory() {
	}

	/**
	 * Creates the directory unless it exists, or a temporary directory if none is given.
	 * @throws MilvusLiteException if it cannot be created
	 */
	static Path prepare(@Nullable Path directory) {
		if (directory == null) {
			return temporary();
		}
		Path absolute = directory.toAbsolutePath();
		try {
			if (Files.isDirectory(absolute)) {
				warnOfOthers(absolute);
				return absolute;
			}
			return Files.createDirectories(absolute, ofTheUserOnly(absolute));
		}
		catch (IOException ex) {
			throw new MilvusLiteException("The data directory " + absolute + " cannot be created: " + ex, ex);
		}
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("milvus-lite-");
		}
		catch (IOException ex) {
			throw new MilvusLiteException("The data directory in the temporary directory cannot be created: " + ex, ex);
		}
	}

	private static FileAttribute<?>[] ofTheUserOnly(Path directory) {
		if (!isPosix(directory)) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) };
	}

	private static void warnOfOthers(Path directory) throws IOException {
		if (isPosix(directory) && Files.getPosixFilePermissions(directory).stream().anyMatch(OF_OTHERS::contains)) {
			MilvusLite.LOGGER.log(Level.WARNING, () -> "Other users of this machine can read the data directory "
					+ directory + ": chmod 700 keeps them out");
		}
	}

	private static boolean isPosix(Path directory) {
		return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

}
