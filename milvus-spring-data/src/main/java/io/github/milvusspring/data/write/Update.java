package io.github.milvusspring.data.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.milvusspring.data.model.ArrayChange;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.PropertyReference;
import org.springframework.util.Assert;

/**
 * A partial update of one row: the properties that it does not name keep their stored
 * values.
 *
 * <p>
 * An update is immutable: each method returns a new one. A property is given by its name,
 * the name of its field, or a method reference such as {@code Book::price}.
 */
public final class Update {

	private final Object id;

	private final Map<String, Change> changes;

	private Update(Object id, Map<String, Change> changes) {
		this.id = id;
		this.changes = changes;
	}

	/**
	 * Starts the update of a row.
	 * @param id the key of the row
	 * @return an update that changes nothing yet
	 */
	public static Update of(Object id) {
		Assert.notNull(id, "Id must not be null");
		return new Update(id, Map.of());
	}

	/**
	 * Returns the key of the row.
	 * @return the key
	 */
	public Object id() {
		return this.id;
	}

	/**
	 * Returns a copy that also sets a property.
	 * @param property the property
	 * @param value the new value, may be {@code null}
	 * @return the copy
	 */
	public Update set(String property, @Nullable Object value) {
		Assert.notNull(property, "Property must not be null");
		return with(property, new Change(null, value));
	}

	/**
	 * Returns a copy that also sets a property.
	 * @param <T> the entity class
	 * @param <P> the type of the property
	 * @param property the property
	 * @param value the new value, may be {@code null}
	 * @return the copy
	 */
	public <T, P> Update set(PropertyReference<T, P> property, @Nullable P value) {
		Assert.notNull(property, "Property must not be null");
		return set(PropertySelection.name(property), value);
	}

	/**
	 * Returns a copy that also sets a property to null.
	 * @param property a property whose field is nullable
	 * @return the copy
	 */
	public Update setNull(String property) {
		Assert.notNull(property, "Property must not be null");
		return set(property, null);
	}

	/**
	 * Returns a copy that also appends elements to an array. Milvus supports this from
	 * version 2.6.17.
	 * @param property the property
	 * @param elements the elements, which are added after the stored ones
	 * @return the copy
	 */
	public Update append(String property, Object... elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return append(property, Arrays.asList(elements));
	}

	/**
	 * Returns a copy that also appends elements to an array. Milvus supports this from
	 * version 2.6.17.
	 * @param property the property
	 * @param elements the elements, which are added after the stored ones
	 * @return the copy
	 */
	public Update append(String property, Collection<?> elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return with(property, new Change(ArrayChange.APPEND, new ArrayList<>(elements)));
	}

	/**
	 * Returns a copy that also removes elements from an array, wherever they are. Milvus
	 * supports this from version 2.6.17.
	 * @param property the property
	 * @param elements the elements
	 * @return the copy
	 */
	public Update remove(String property, Object... elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return remove(property, Arrays.asList(elements));
	}

	/**
	 * Returns a copy that also removes elements from an array, wherever they are. Milvus
	 * supports this from version 2.6.17.
	 * @param property the property
	 * @param elements the elements
	 * @return the copy
	 */
	public Update remove(String property, Collection<?> elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return with(property, new Change(ArrayChange.REMOVE, new ArrayList<>(elements)));
	}

	/**
	 * Returns a copy with the same changes for another row.
	 * @param id the key
	 * @return a new update
	 */
	public Update withId(Object id) {
		Assert.notNull(id, "Id must not be null");
		return new Update(id, this.changes);
	}

	/**
	 * Returns the changes.
	 * @return the changes, keyed by the name with which each property was given
	 */
	public Map<String, Change> changes() {
		return this.changes;
	}

	// A call carries only one value per field, so it cannot both set and append, for
	// example.
	private Update with(String property, Change change) {
		Change known = this.changes.get(property);
		if (known != null && (known.array() != null || change.array() != null)) {
			throw new InvalidDataAccessApiUsageException("An update changes '" + property
					+ "' twice, and appends to it or removes from it: write two updates, one after the other");
		}
		Map<String, Change> all = new LinkedHashMap<>(this.changes);
		all.put(property, change);
		return new Update(this.id, all);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Update that && this.id.equals(that.id) && this.changes.equals(that.changes);
	}

	@Override
	public int hashCode() {
		return 31 * this.id.hashCode() + this.changes.hashCode();
	}

	@Override
	public String toString() {
		List<String> parts = new ArrayList<>();
		this.changes.forEach((property, change) -> parts
			.add(((change.array() != null) ? change.array().name().toLowerCase(Locale.ROOT) : "set") + " " + property));
		return "update of " + this.id + ": " + String.join(", ", parts);
	}

	/**
	 * The change of one property.
	 *
	 * @param array how the value changes an array, {@code null} to replace the stored
	 * value
	 * @param value the value
	 */
	public record Change(@Nullable ArrayChange array, @Nullable Object value) {
	}

}
