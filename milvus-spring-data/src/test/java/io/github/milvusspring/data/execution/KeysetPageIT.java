package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All rows, page by page, whatever their keys.
 */
class KeysetPageIT {

	private static final List<String> ODD = List.of("", " ", "\"", "'", "\\", "\\\"", "\n", "\r\n", "\t", "%", "_",
			"' or 1 == 1", "\u0001", "ä", "é", "\uD7FF", "\uE000", "\uFFFD", "\uFFFF", "😀", "😀\"", "\uDBFF\uDFFF",
			"日本語", "{x}", "$meta");

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void rowsWithOddKeysAreEachReadOnce() {
		Set<String> keys = new LinkedHashSet<>(ODD);
		// Whatever the odd text, pages end between and after it.
		for (int i = 0; i < 101; i++) {
			for (String odd : ODD) {
				keys.add(odd + i);
			}
		}
		MilvusTemplate template = this.milvus.template();
		template.upsertAll(keys.stream().map((key) -> Book.of(key, "t")).toList());
		List<String> read = new ArrayList<>();
		try (Stream<Book> stream = template.stream(FilterQuery.of(Filter.all()), Book.class)) {
			stream.map(Book::isbn).forEach(read::add);
		}
		assertThat(read).hasSize(keys.size()).containsExactlyInAnyOrderElementsOf(keys);
		assertThat(template.async().query(FilterQuery.of(Filter.all()), Book.class).join()).extracting(Book::isbn)
			.isEqualTo(read);
	}

	@Test
	void aPageMayEndAtAnOddKey() {
		MilvusTemplate template = this.milvus.template();
		List<String> odd = List.of("\"", "\\", "\n", "\uE000", "😀", "日本語\"\\");
		List<Book> books = new ArrayList<>();
		for (String key : odd) {
			String title = "t" + odd.indexOf(key);
			IntStream.range(1, KeysetPage.SIZE).forEach((i) -> books.add(Book.of("\u0002" + title + i, title)));
			books.add(Book.of(key, title));
			IntStream.range(0, 5).forEach((i) -> books.add(Book.of("\uDBFF\uDFFF" + title + i, title)));
		}
		template.upsertAll(books);
		for (String key : odd) {
			Filter group = Filter.where("title").is("t" + odd.indexOf(key));
			assertThat(template.query(FilterQuery.of(group), Book.class)).extracting(Book::isbn)
				.doesNotHaveDuplicates()
				.hasSize(KeysetPage.SIZE + 5)
				.element(KeysetPage.SIZE - 1)
				.isEqualTo(key);
		}
	}

}
