package io.github.milvusspring.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * README and docs show only code that is compiled here.
 */
class ReadmeTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final Pattern BASH = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

	@Test
	void everySnippetIsCompiled() throws IOException {
		String sources = sources();
		for (Path page : pages()) {
			for (String snippet : blocks(JAVA, page)) {
				assertThat(sources).as(page.toString()).contains(flat(snippet));
			}
		}
	}

	@Test
	void theFirstTwoCommandsStandAlone() throws IOException {
		List<String> commands = blocks(BASH, PROJECT.resolve("README.md"));
		assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
		assertThat(commands.get(0).strip()).startsWith("mvn ").endsWith("spring-boot:run").doesNotContain("\n");
		assertThat(commands.get(1).strip()).startsWith("mvn ").endsWith("verify").doesNotContain("\n");
	}

	private static List<Path> pages() throws IOException {
		List<Path> pages = new ArrayList<>();
		pages.add(PROJECT.resolve("README.md"));
		try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
			docs.filter((page) -> page.toString().endsWith(".md")).forEach(pages::add);
		}
		return pages;
	}

	private static List<String> blocks(Pattern kind, Path page) throws IOException {
		List<String> blocks = new ArrayList<>();
		Matcher matcher = kind.matcher(Files.readString(page));
		while (matcher.find()) {
			blocks.add(matcher.group(1));
		}
		return blocks;
	}

	private static String sources() throws IOException {
		Path folder = Path.of("src/test/java/io/github/milvusspring");
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().map(ReadmeTests::read).collect(Collectors.joining("\n"));
		}
	}

	private static String read(Path file) {
		try {
			return flat(Files.readString(file));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	// The formatter decides where lines end.
	private static String flat(String code) {
		return code.replaceAll("\\s+", "");
	}

}
