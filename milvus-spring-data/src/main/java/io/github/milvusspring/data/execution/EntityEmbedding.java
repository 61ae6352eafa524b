package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.github.milvusspring.data.embedding.EmbeddingBatches;
import io.github.milvusspring.data.mapping.EmbeddedVector;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Computes the vectors of rows from their texts, on the caller's thread, before the rows
 * are written.
 *
 * @param <R> the kind of row
 * @param vectors the vectors to compute
 * @param rows reads and sets the values of rows
 * @param keys returns the key of a row
 * @param texts embeds texts
 * @param stored finds stored vectors that can be reused, {@code null} if none is to be
 * reused
 */
record EntityEmbedding<R>(List<EmbeddedVector> vectors, PropertyValues<R> rows, Function<R, @Nullable Object> keys,
		EmbeddingBatches texts, @Nullable StoredVectors stored) {

	/**
	 * Computes the vectors of rows.
	 * @param batch the rows
	 * @param from the index of the first row, counted over all batches
	 * @param options the time-out of the write
	 * @return the rows with their vectors; immutable rows are replaced by copies
	 */
	List<R> embed(List<R> batch, long from, WriteOptions options) {
		List<SourceText> found = new ArrayList<>(batch.size());
		for (int i = 0; i < batch.size(); i++) {
			R row = batch.get(i);
			if (row == null) {
				throw new InvalidDataAccessApiUsageException(
						"Row " + (from + i) + " is null: nothing of this batch was written");
			}
			for (EmbeddedVector vector : this.vectors) {
				SourceText text = text(row, i, from, vector);
				if (text != null) {
					found.add(text);
				}
				else if (this.rows.get(row, vector.property()) == null) {
					requireNullable(row, from + i, vector);
				}
			}
		}
		List<R> embedded = new ArrayList<>(batch);
		set(found, options, embedded);
		return embedded;
	}

	/**
	 * Computes vectors for updates that write the texts of the vectors.
	 * @param updates the updates
	 * @param options the time-out of the write
	 * @return the updates, extended to write the vectors too
	 */
	List<PartialRow<R>> embedUpdates(List<PartialRow<R>> updates, WriteOptions options) {
		List<SourceText> found = new ArrayList<>(updates.size());
		List<R> changed = new ArrayList<>(updates.size());
		List<Set<String>> fields = new ArrayList<>(updates.size());
		for (int i = 0; i < updates.size(); i++) {
			PartialRow<R> update = updates.get(i);
			R row = update.row();
			Set<String> names = new LinkedHashSet<>(update.fields());
			for (EmbeddedVector vector : this.vectors) {
				if (!writesText(update, vector)) {
					continue;
				}
				SourceText text = text(row, i, 0, vector);
				if (text != null) {
					found.add(text);
				}
				else if (!writes(update, vector.property()) || this.rows.get(row, vector.property()) == null) {
					requireNullable(row, i, vector);
					row = this.rows.with(row, vector.property(), null);
				}
				names.add(vector.property().getFieldName());
			}
			changed.add(row);
			fields.add(names);
		}
		set(found, options, changed);
		List<PartialRow<R>> result = new ArrayList<>(updates.size());
		for (int i = 0; i < updates.size(); i++) {
			result.add(new PartialRow<>(changed.get(i), fields.get(i), updates.get(i).arrayChanges()));
		}
		return result;
	}

	private boolean writesText(PartialRow<R> update, EmbeddedVector vector) {
		List<MilvusPersistentProperty> written = vector.sources()
			.stream()
			.filter((source) -> writes(update, source))
			.toList();
		if (written.isEmpty()) {
			return false;
		}
		boolean whole = written.stream()
			.noneMatch((source) -> update.arrayChanges().containsKey(source.getFieldName()));
		if (!whole || written.size() < vector.sources().size()) {
			throw new InvalidDataAccessApiUsageException(
					"A partial update writes only a part of the text that '" + vector.property().getName()
							+ "' is made from: set all of " + names(vector.sources()) + ". Nothing was written");
		}
		return true;
	}

	private boolean writes(PartialRow<R> update, MilvusPersistentProperty property) {
		return update.fields().contains(property.getName()) || update.fields().contains(property.getFieldName());
	}

	private @Nullable SourceText text(R row, int index, long from, EmbeddedVector vector) {
		String text = vector.text((source) -> this.rows.get(row, source));
		return (text != null) ? new SourceText(index, from + index, this.keys.apply(row), vector, text) : null;
	}

	private void requireNullable(R row, long position, EmbeddedVector vector) {
		if (!vector.field().nullable()) {
			throw new DataIntegrityViolationException("Field '" + vector.field().name() + "' of "
					+ SourceText.describe(position, this.keys.apply(row)) + " has no vector, and "
					+ names(vector.sources()) + " no text to make it from. Nothing of this batch was written");
		}
	}

	private void set(List<SourceText> found, WriteOptions options, List<R> rows) {
		List<float[]> made = vectors(found, options);
		for (int i = 0; i < made.size(); i++) {
			SourceText text = found.get(i);
			MilvusPersistentProperty property = text.vector().property();
			rows.set(text.index(), this.rows.with(rows.get(text.index()), property, text.vector().value(made.get(i))));
		}
	}

	private List<float[]> vectors(List<SourceText> found, WriteOptions options) {
		Map<EmbeddedVector, Map<String, float[]>> kept = (this.stored != null) ? this.stored.find(found, options)
				: Map.of();
		Set<String> missing = new LinkedHashSet<>();
		for (SourceText text : found) {
			if (!kept.getOrDefault(text.vector(), Map.of()).containsKey(text.text())) {
				missing.add(text.text());
			}
		}
		Map<String, float[]> made = this.texts.embed(missing, (batch) -> "The texts of " + SourceText.rows(found, batch)
				+ " could not be embedded, and nothing of this batch was written");
		List<float[]> vectors = new ArrayList<>(found.size());
		for (SourceText text : found) {
			float[] known = kept.getOrDefault(text.vector(), Map.of()).get(text.text());
			float[] vector = (known != null) ? known : Objects.requireNonNull(made.get(text.text()));
			checkDimension(vector, text.vector().field());
			// Rows with the same text must not share a mutable array.
			vectors.add(vector.clone());
		}
		return vectors;
	}

	static void checkDimension(float[] vector, FieldSchema field) {
		if (vector.length != field.dimension()) {
			throw new InvalidDataAccessResourceUsageException("The embedder makes vectors of dimension " + vector.length
					+ ", and the field '" + field.name() + "' holds vectors of dimension " + field.dimension()
					+ ": write @VectorField(dimension = " + vector.length + "), or use a model that fits the field");
		}
	}

	private static List<String> names(List<MilvusPersistentProperty> properties) {
		return properties.stream().map(MilvusPersistentProperty::getName).toList();
	}

}
