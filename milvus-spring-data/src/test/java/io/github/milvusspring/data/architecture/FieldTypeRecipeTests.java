package io.github.milvusspring.data.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.milvusspring.data.model.FieldType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files that a new field type touches are those that CONTRIBUTING.md lists.
 */
class FieldTypeRecipeTests {

	private static final Path SOURCES = Path.of("src/main/java/io/github/milvusspring/data");

	@Test
	void aTextTypeIsKnownToSevenFiles() throws IOException {
		assertThat(filesThatKnow(FieldType.TEXT)).containsExactlyInAnyOrder("model/FieldType",
				"convert/FieldCodecFactory", "convert/ValueDecoders", "admin/OlderServers", "mapping/type/ScalarTypes",
				"query/FilterLiterals", "wire/column/ScalarFieldDecoder");
	}

	@Test
	void aVectorTypeIsKnownToEightFiles() throws IOException {
		assertThat(filesThatKnow(FieldType.INT8_VECTOR)).containsExactlyInAnyOrder("model/FieldType",
				"convert/FieldCodecFactory", "convert/ValueDecoders", "admin/OlderServers", "mapping/VectorTypeRules",
				"mapping/FieldFeatures", "model/IndexRule", "repository/support/VectorArguments");
	}

	@Test
	void theRecipeNamesThem() throws IOException {
		String recipe = Files.readString(Path.of("../CONTRIBUTING.md"));
		for (FieldType type : Set.of(FieldType.TEXT, FieldType.INT8_VECTOR)) {
			assertThat(filesThatKnow(type)).allSatisfy((file) -> assertThat(recipe).contains("`" + file + "`"));
		}
	}

	private static Set<String> filesThatKnow(FieldType type) throws IOException {
		Pattern constant = Pattern
			.compile("FieldType\\.%1$s\\b|\\bcase [A-Z0-9_, ]*\\b%1$s\\b|(?m)^\t%1$s\\(".formatted(type.name()));
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.getFileName().toString().startsWith("Expression"))
				.filter((file) -> constant.matcher(code(file)).find())
				.map((file) -> SOURCES.relativize(file).toString().replace('\\', '/').replace(".java", ""))
				.collect(Collectors.toSet());
		}
	}

	private static String code(Path file) {
		try {
			return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
