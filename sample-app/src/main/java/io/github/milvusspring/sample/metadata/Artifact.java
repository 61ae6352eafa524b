package io.github.milvusspring.sample.metadata;

import java.io.File;
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

	private static final Pattern IN_REPOSITORY = Pattern
		.compile("(?<group>.+)/(?<name>[^/]+)/(?<version>[^/]+)/\\k<name>-\\k<version>\\.jar");

	private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d.*)");

	static Artifact ofJar(Path jar, Path repository) {
		return ofJar(repository.relativize(jar).toString().replace(File.separatorChar, '/'));
	}

	/**
	 * Tells the artifact from where its jar lies: {@code group/name/version/jar} in a
	 * Maven repository, else the name of the file.
	 * @param path the path from the folder the groups start in
	 * @return the artifact
	 */
	static Artifact ofJar(String path) {
		Matcher matcher = IN_REPOSITORY.matcher(path);
		if (matcher.matches()) {
			return new Artifact(matcher.group("group").replace('/', '.'), matcher.group("name"),
					matcher.group("version"));
		}
		return ofFileName(path.substring(path.lastIndexOf('/') + 1, path.length() - ".jar".length()));
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

}
