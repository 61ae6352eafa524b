package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The jars in a folder and its sub-folders, for example a local Maven repository.
 */
final class JarFolder {

	private static final Log logger = LogFactory.getLog(JarFolder.class);

	private final Path folder;

	JarFolder(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	List<DeclaredProperty> properties() {
		List<DeclaredProperty> properties = new ArrayList<>();
		for (Path jar : jars()) {
			properties.addAll(propertiesOf(jar));
		}
		return properties;
	}

	private List<Path> jars() {
		List<Path> jars = new ArrayList<>();
		if (!Files.isDirectory(this.folder)) {
			logger.warn("No folder of jars at " + this.folder);
			return jars;
		}
		try {
			Files.walkFileTree(this.folder, new Jars(jars));
		}
		catch (IOException ex) {
			logger.warn("Not all jars of " + this.folder + " were found: " + ex);
		}
		return jars;
	}

	private List<DeclaredProperty> propertiesOf(Path jar) {
		try (JarFile file = new JarFile(jar.toFile(), false)) {
			ZipEntry entry = file.getEntry(MetadataFile.LOCATION);
			if (entry == null) {
				return List.of();
			}
			try (InputStream json = file.getInputStream(entry)) {
				return MetadataFile.read(json, Artifact.ofJar(jar, this.folder));
			}
		}
		catch (IOException ex) {
			logger.warn("Left out " + jar + ", which cannot be read: " + ex.getMessage());
			return List.of();
		}
	}

	private static final class Jars extends SimpleFileVisitor<Path> {

		private final List<Path> jars;

		private Jars(List<Path> jars) {
			this.jars = jars;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			String name = file.getFileName().toString();
			if (name.endsWith(".jar") && !name.endsWith("-sources.jar") && !name.endsWith("-javadoc.jar")) {
				this.jars.add(file);
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException ex) {
			return FileVisitResult.CONTINUE;
		}

	}

}
