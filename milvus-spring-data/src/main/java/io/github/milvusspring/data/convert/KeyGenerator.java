package io.github.milvusspring.data.convert;

import java.util.UUID;
import java.util.function.Supplier;

import io.github.milvusspring.data.mapping.GeneratedKey;
import io.github.milvusspring.data.mapping.KeyStrategy;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * Generates the keys of an entity.
 *
 * @param keys generates a key of the property's type
 */
record KeyGenerator(Supplier<Object> keys) {

	/**
	 * Returns the generator of the keys of a property.
	 * @param property the property
	 * @return the generator, {@code null} when the property has none
	 */
	static @Nullable KeyGenerator of(MilvusPersistentProperty property) {
		GeneratedKey generated = property.findAnnotation(GeneratedKey.class);
		if (generated == null) {
			return null;
		}
		TimeOrderedKeys keys = new TimeOrderedKeys();
		if (generated.value() == KeyStrategy.ULID) {
			return new KeyGenerator(keys::ulid);
		}
		return new KeyGenerator((property.getType() == UUID.class) ? keys::uuid : () -> keys.uuid().toString());
	}

	Object next() {
		return this.keys.get();
	}

}
