package io.github.milvusspring.sample.metadata;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library that declares a property.
 *
 * @param group the group, empty when it cannot be told
 * @param name the name, for example {@code spring-boot-servlet}
 * @param version the version, empty when it cannot be told
 */
public record Artifact(String group, String name, String version) {

	private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d.*)");

	/**
	 * Tells the artifact from where its jar lies: {@code group/name/version/jar} in a
	 * Maven repository, else the name of the file.
	 * @param jar the jar
	 * @param repository the folder the groups start in
	 * @return the artifact
	 */
	static Artifact ofJar(Path jar, Path repository) {
		String file = withoutExtension(jar.getFileName().toString());
		Path folder = jar.startsWith(repository) ? repository.relativize(jar).getParent() : null;
		if (folder != null && folder.getNameCount() > 2) {
			int count = folder.getNameCount();
			String name = folder.getName(count - 2).toString();
			String version = folder.getName(count - 1).toString();
			if (file.equals(name + "-" + version)) {
				return new Artifact(dotted(folder.subpath(0, count - 2)), name, version);
			}
		}
		return ofFileName(file);
	}

	/**
	 * Tells the artifact from the name of a file without its extension.
	 * @param file for example {@code spring-boot-servlet-4.1.0}
	 * @return the artifact
	 */
	static Artifact ofFileName(String file) {
		Matcher matcher = FILE_NAME.matcher(file);
		return matcher.matches() ? new Artifact("", matcher.group(1), matcher.group(2)) : new Artifact("", file, "");
	}

	private static String withoutExtension(String file) {
		return file.endsWith(".jar") ? file.substring(0, file.length() - ".jar".length()) : file;
	}

	private static String dotted(Path path) {
		StringBuilder dotted = new StringBuilder();
		for (Path part : path) {
			dotted.append(dotted.isEmpty() ? "" : ".").append(part);
		}
		return dotted.toString();
	}

}
