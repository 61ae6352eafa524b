package io.github.milvusspring.sample.metadata;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The jars in a folder and its sub-folders, for example a local Maven repository.
 *
 * @param folder the folder
 */
record JarFolder(Path folder) {

	private static final Log logger = LogFactory.getLog(JarFolder.class);

	private static final Pattern JAR = Pattern.compile(".*(?<!-sources|-javadoc)\\.jar");

	JarFolder {
		folder = folder.toAbsolutePath().normalize();
	}

	List<DeclaredProperty> properties() {
		if (!Files.isDirectory(this.folder)) {
			logger.warn("No folder of jars at " + this.folder);
		}
		return jars(this.folder).flatMap((jar) -> propertiesOf(jar).stream()).toList();
	}

	// A folder that cannot be read has no files.
	private static Stream<Path> jars(Path path) {
		if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
			File[] files = path.toFile().listFiles();
			return (files != null) ? Arrays.stream(files).map(File::toPath).flatMap(JarFolder::jars) : Stream.empty();
		}
		return Stream.of(path).filter((file) -> JAR.matcher(file.toString()).matches());
	}

	private List<DeclaredProperty> propertiesOf(Path jar) {
		try (JarFile file = new JarFile(jar.toFile(), false)) {
			ZipEntry entry = file.getEntry(MetadataFile.LOCATION);
			return (entry != null) ? MetadataFile.read(file.getInputStream(entry), Artifact.ofJar(jar, this.folder))
					: List.of();
		}
		catch (IOException ex) {
			logger.warn("Left out " + jar + ", which cannot be read: " + ex.getMessage());
			return List.of();
		}
	}

}
