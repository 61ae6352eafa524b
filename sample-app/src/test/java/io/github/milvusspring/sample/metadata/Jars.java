package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Writes jars with metadata.
 */
public final class Jars {

	private Jars() {
	}

	/**
	 * Writes a jar that declares properties.
	 * @param jar where to write
	 * @param metadata the metadata as JSON
	 * @return the jar
	 * @throws IOException when it cannot be written
	 */
	public static Path write(Path jar, String metadata) throws IOException {
		return write(jar, MetadataFile.LOCATION, metadata);
	}

	static Path write(Path jar, String entry, String content) throws IOException {
		Files.createDirectories(jar.getParent());
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			out.putNextEntry(new JarEntry(entry));
			out.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return jar;
	}

	/**
	 * Declares one property.
	 * @param name its name
	 * @param description its description
	 * @return the metadata as JSON
	 */
	public static String property(String name, String description) {
		return "{ \"properties\": [ { \"name\": \"%s\", \"description\": \"%s\" } ] }".formatted(name, description);
	}

}
