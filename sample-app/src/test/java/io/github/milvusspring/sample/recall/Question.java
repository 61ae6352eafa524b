package io.github.milvusspring.sample.recall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A question whose answers are known.
 *
 * @param text the question, as a newcomer asks it
 * @param answers the names of the properties that answer it: any one will do
 */
record Question(String text, List<String> answers) {

	static List<Question> all() {
		try (InputStream file = Question.class.getResourceAsStream("/recall/questions.txt")) {
			String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return text.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).map(Question::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Question of(String line) {
		String[] sides = line.split(" -> ", -1);
		if (sides.length != 2) {
			throw new IllegalStateException("There is no question with its answers: " + line);
		}
		return new Question(sides[0].strip(), List.of(sides[1].strip().split(" *, *")));
	}

}
