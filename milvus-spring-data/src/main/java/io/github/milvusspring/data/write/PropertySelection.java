package io.github.milvusspring.data.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.PropertyReference;
import org.springframework.util.Assert;

/**
 * Selects the properties of an entity that a partial update writes.
 */
public final class PropertySelection {

	/**
	 * All properties that are not null. A property that is null keeps its stored value.
	 */
	public static final PropertySelection PRESENT = new PropertySelection(null);

	private final @Nullable List<String> names;

	private PropertySelection(@Nullable List<String> names) {
		this.names = names;
	}

	/**
	 * Selects properties by name. A selected property that is null is written as null.
	 * @param names the names of properties or their fields
	 * @return the selection
	 */
	public static PropertySelection of(Collection<String> names) {
		Assert.notNull(names, "Names must not be null");
		if (names.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("A partial update names no property: name those to write");
		}
		return new PropertySelection(List.copyOf(names));
	}

	/**
	 * Selects properties by name. A selected property that is null is written as null.
	 * @param first the name of a property or its field
	 * @param more more names
	 * @return the selection
	 */
	public static PropertySelection of(String first, String... more) {
		Assert.notNull(first, "First must not be null");
		Assert.notNull(more, "More must not be null");
		List<String> names = new ArrayList<>(List.of(first));
		names.addAll(Arrays.asList(more));
		return of(names);
	}

	/**
	 * Selects properties by method references, such as {@code Book::price}. A selected
	 * property that is null is written as null.
	 * @param <T> the entity class
	 * @param first a property
	 * @param more more properties
	 * @return the selection
	 */
	@SafeVarargs
	public static <T> PropertySelection of(PropertyReference<T, ?> first, PropertyReference<T, ?>... more) {
		Assert.notNull(first, "First must not be null");
		Assert.notNull(more, "More must not be null");
		List<String> names = new ArrayList<>(List.of(name(first)));
		for (PropertyReference<T, ?> property : more) {
			names.add(name(property));
		}
		return of(names);
	}

	static String name(PropertyReference<?, ?> property) {
		return PropertyReference.of(property).getName();
	}

	/** Returns the names of the properties, {@code null} for {@link #PRESENT}. */
	@Nullable public List<String> names() {
		return this.names;
	}

	@Override
	public String toString() {
		return (this.names != null) ? this.names.toString() : "those that are not null";
	}

}
