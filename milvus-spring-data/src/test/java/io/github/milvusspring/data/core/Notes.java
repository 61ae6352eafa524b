package io.github.milvusspring.data.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * An entity before and after a change that Milvus cannot make in place.
 */
public final class Notes {

	private Notes() {
	}

	public static Old old(long id) {
		return new Old(id, "note " + id, (int) id, id, new float[] { id, 1 });
	}

	public static void write(MilvusTemplate template, int rows) {
		template.upsertAll(LongStream.range(0, rows).mapToObj(Notes::old).toList());
	}

	/**
	 * The rows of a collection by their keys, as text.
	 */
	public static Map<Object, String> rows(MilvusTemplate template, String collection) {
		Map<Object, String> rows = new TreeMap<>();
		for (Map<String, Object> row : template.rows(collection).query(FilterQuery.of(Filter.all()))) {
			float[] vector = (float[]) row.get("embedding");
			rows.put(row.get("id"), row.get("title") + " " + row.get("changed") + " " + List.of(vector[0], vector[1]));
		}
		return rows;
	}

	static void writeNumbers(MilvusTemplate template, int rows) {
		template.upsertAll(
				LongStream.range(0, rows).mapToObj((id) -> new Numbers(id, (int) id, new float[] { id, 1 })).toList());
	}

	@MilvusEntity("numbers")
	record Numbers(@Id long id, int number, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("numbers")
	record Texts(@Id long id, @MilvusField(maxLength = 100) String title,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("notes")
	public record Old(@Id long id, @MilvusField(maxLength = 20) String title, int dropped, long changed,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("notes")
	public record New(@Id long id, @MilvusField(maxLength = 500) String title, long changed,
			@MilvusField(nullable = true) @Nullable String added, @VectorField(dimension = 2) float[] embedding) {
	}

}
