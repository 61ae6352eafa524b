package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The metadata on a class path, also in the jars inside an executable jar.
 *
 * @param classLoader the class path
 */
record ClassPathMetadata(ClassLoader classLoader) {

	private static final Log logger = LogFactory.getLog(ClassPathMetadata.class);

	private static final String REPOSITORY = "/repository/";

	private static final Pattern MODULE = Pattern.compile(".*/(?<name>[^/]+)/(?:target|build|bin)/.*");

	List<DeclaredProperty> properties() throws IOException {
		List<DeclaredProperty> properties = new ArrayList<>();
		for (URL url : Collections.list(this.classLoader.getResources(MetadataFile.LOCATION))) {
			try (InputStream json = url.openStream()) {
				properties.addAll(MetadataFile.read(json, artifactOf(url.toString())));
			}
			catch (IOException ex) {
				logger.warn("Left out " + url + ", which cannot be read: " + ex.getMessage());
			}
		}
		return properties;
	}

	static Artifact artifactOf(String url) {
		String path = url.substring(0, url.length() - MetadataFile.LOCATION.length());
		int end = path.lastIndexOf(".jar");
		if (end < 0) {
			Matcher module = MODULE.matcher(path);
			return module.matches() ? new Artifact("", module.group("name"), "") : new Artifact("", "application", "");
		}
		int groups = path.lastIndexOf(REPOSITORY);
		int start = (groups >= 0) ? groups + REPOSITORY.length() : path.lastIndexOf('/', end) + 1;
		return Artifact.ofJar(path.substring(start, end + ".jar".length()));
	}

}
