package io.github.milvusspring.data;

import java.util.List;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A record with a property of every kind that is mapped.
 */
@MilvusEntity("books")
public record Book(@Id String isbn, @MilvusField(maxLength = 64) String title, @Nullable String subtitle, Genre genre,
		boolean available, byte shelf, short edition, int pages, long sold, float weight, double price,
		@Nullable Long borrower, List<String> tags, List<Integer> ratings, Publisher publisher,
		@VectorField(dimension = 4) float[] embedding) {

	public static Book of(String isbn, String title, float... embedding) {
		return new Book(isbn, title, null, Genre.NOVEL, true, (byte) 1, (short) 2, 300, 9_007_199_254_740_993L, 3.14f,
				9.99, null, List.of("new", "quoted \"tag\""), List.of(5, -4), new Publisher("Ann", "Basel"),
				(embedding.length > 0) ? embedding : new float[] { 1, 0, 0, 0 });
	}

	public Book withTitle(String title) {
		return new Book(this.isbn, title, this.subtitle, this.genre, this.available, this.shelf, this.edition,
				this.pages, this.sold, this.weight, this.price, this.borrower, this.tags, this.ratings, this.publisher,
				this.embedding);
	}

	public Book withPages(int pages) {
		return new Book(this.isbn, this.title, this.subtitle, this.genre, this.available, this.shelf, this.edition,
				pages, this.sold, this.weight, this.price, this.borrower, this.tags, this.ratings, this.publisher,
				this.embedding);
	}

	public Book withSubtitle(@Nullable String subtitle) {
		return new Book(this.isbn, this.title, subtitle, this.genre, this.available, this.shelf, this.edition,
				this.pages, this.sold, this.weight, this.price, this.borrower, this.tags, this.ratings, this.publisher,
				this.embedding);
	}

	public Book withGenre(Genre genre) {
		return new Book(this.isbn, this.title, this.subtitle, genre, this.available, this.shelf, this.edition,
				this.pages, this.sold, this.weight, this.price, this.borrower, this.tags, this.ratings, this.publisher,
				this.embedding);
	}

	public Book withEmbedding(float... embedding) {
		return new Book(this.isbn, this.title, this.subtitle, this.genre, this.available, this.shelf, this.edition,
				this.pages, this.sold, this.weight, this.price, this.borrower, this.tags, this.ratings, this.publisher,
				embedding);
	}

	/** What kind of book. */
	public enum Genre {

		NOVEL, POETRY, SCIENCE

	}

	/** A nested object, kept as JSON. */
	public record Publisher(String name, String city) {
	}

}
