package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * All properties that can be found, each name once.
 *
 * <p>
 * Of the declarations of one name in one group the one of the newest version stays.
 *
 * @param classLoader the class path
 * @param folders the folders of jars
 */
public record PropertyCatalog(ClassLoader classLoader, List<Path> folders) {

	private static final Comparator<DeclaredProperty> BEST_FIRST = Comparator
		.comparing((DeclaredProperty property) -> property.artifact().group().isEmpty())
		.thenComparing((property) -> property.artifact().group())
		.thenComparing((property) -> property.artifact().version(), ArtifactVersions.OLDEST_FIRST.reversed())
		.thenComparing((property) -> property.description().isEmpty())
		.thenComparing((property) -> property.artifact().name());

	/**
	 * Reads all metadata again.
	 * @return the properties in the order of their names
	 */
	public List<DeclaredProperty> read() {
		List<DeclaredProperty> found = new ArrayList<>();
		try {
			found.addAll(new ClassPathMetadata(this.classLoader).properties());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The class path cannot be read", ex);
		}
		for (Path folder : this.folders) {
			found.addAll(new JarFolder(folder).properties());
		}
		return eachOnce(found);
	}

	static List<DeclaredProperty> eachOnce(Collection<DeclaredProperty> declarations) {
		Map<String, DeclaredProperty> byName = new TreeMap<>();
		for (DeclaredProperty declaration : declarations) {
			byName.merge(declaration.name(), declaration, BinaryOperator.minBy(BEST_FIRST));
		}
		return List.copyOf(byName.values());
	}

}
