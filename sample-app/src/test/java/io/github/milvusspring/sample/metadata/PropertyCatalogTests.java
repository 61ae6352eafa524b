package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyCatalogTests {

	@Test
	void newestVersionOfALibraryWins() {
		DeclaredProperty older = declared("acme.port", "Old.", new Artifact("org.acme", "acme", "1.9.0"));
		DeclaredProperty newer = declared("acme.port", "New.", new Artifact("org.acme", "acme", "1.10.0"));
		assertThat(eachOnce(older, newer)).containsExactly(newer);
		assertThat(eachOnce(newer, older)).containsExactly(newer);
	}

	@Test
	void newestVersionWinsWhenAPropertyMovedToAnotherLibraryOfTheGroup() {
		DeclaredProperty older = declared("acme.port", "Port.", new Artifact("org.acme", "acme-all", "3.5.0"));
		DeclaredProperty newer = declared("acme.port", "Port.", new Artifact("org.acme", "acme-web", "4.1.0"));
		assertThat(eachOnce(older, newer)).containsExactly(newer);
	}

	@Test
	void describedDeclarationWinsWithinAVersion() {
		DeclaredProperty bare = declared("acme.port", "", new Artifact("org.acme", "acme-a", "1.0"));
		DeclaredProperty described = declared("acme.port", "Port.", new Artifact("org.acme", "acme-b", "1.0"));
		assertThat(eachOnce(bare, described)).containsExactly(described);
	}

	@Test
	void repositoryWinsOverAJarWithoutAGroup() {
		DeclaredProperty loose = declared("acme.port", "Port.", new Artifact("", "acme", "9.0"));
		DeclaredProperty known = declared("acme.port", "Port.", new Artifact("org.acme", "acme", "1.0"));
		assertThat(eachOnce(loose, known)).containsExactly(known);
	}

	@Test
	void propertyThatANewVersionNoLongerHasStays() {
		DeclaredProperty old = declared("acme.old", "Old.", new Artifact("org.acme", "acme", "1.0"));
		DeclaredProperty current = declared("acme.new", "New.", new Artifact("org.acme", "acme", "2.0"));
		assertThat(eachOnce(old, current)).containsExactly(current, old);
	}

	@Test
	void classPathAndFoldersAreRead(@TempDir Path folder) throws IOException {
		URL onClassPath = Jars.write(folder.resolve("path/a-1.0.jar"), Jars.property("b.a", "A.")).toUri().toURL();
		Jars.write(folder.resolve("one/b-1.0.jar"), Jars.property("a.b", "B."));
		Jars.write(folder.resolve("two/c-1.0.jar"), Jars.property("c.c", "C."));
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { onClassPath }, null)) {
			PropertyCatalog catalog = new PropertyCatalog(classLoader,
					List.of(folder.resolve("one"), folder.resolve("two"), folder.resolve("missing")));
			assertThat(catalog.read()).extracting(DeclaredProperty::name).containsExactly("a.b", "b.a", "c.c");
		}
	}

	private static List<DeclaredProperty> eachOnce(DeclaredProperty... declarations) {
		return PropertyCatalog.eachOnce(Arrays.asList(declarations));
	}

	private static DeclaredProperty declared(String name, String description, Artifact artifact) {
		return new DeclaredProperty(name, null, description, null, null, artifact);
	}

}
