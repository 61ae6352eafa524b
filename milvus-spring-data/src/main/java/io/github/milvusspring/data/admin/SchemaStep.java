package io.github.milvusspring.data.admin;

import java.util.List;

import io.github.milvusspring.data.wire.AdministrationRequest;
import org.jspecify.annotations.Nullable;

/**
 * A difference, and the calls that remove it.
 *
 * @param difference the difference
 * @param action the calls that remove it, {@code null} for none
 * @param released whether the collection must be released before the calls
 */
record SchemaStep(SchemaDifference difference, @Nullable Action action, boolean released) {

	static SchemaStep impossible(String field, String declared, String found) {
		return new SchemaStep(new SchemaDifference(field, declared, found, SchemaOperation.NONE), null, false);
	}

	/**
	 * Returns the calls that remove a difference, in the order in which they are made.
	 */
	@FunctionalInterface
	interface Action {

		List<AdministrationRequest<?>> calls(String collection);

	}

}
