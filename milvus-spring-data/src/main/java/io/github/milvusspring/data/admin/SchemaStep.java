package io.github.milvusspring.data.admin;

import java.util.List;

import io.github.milvusspring.data.wire.AdministrationRequest;
import org.jspecify.annotations.Nullable;

/**
 * A difference and what ends it.
 *
 * @param difference the difference
 * @param action what ends it, {@code null} for nothing
 * @param released whether the collection may not be loaded meanwhile
 */
record SchemaStep(SchemaDifference difference, @Nullable Action action, boolean released) {

	static SchemaStep impossible(String field, String declared, String found) {
		return new SchemaStep(new SchemaDifference(field, declared, found, SchemaOperation.NONE), null, false);
	}

	/**
	 * The calls that end a difference, made one after the other.
	 */
	@FunctionalInterface
	interface Action {

		List<AdministrationRequest<?>> calls(String collection);

	}

}
