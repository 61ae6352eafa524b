package io.github.milvusspring.data.execution;

import java.util.LinkedHashSet;
import java.util.List;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.convert.RowReader;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.wire.ReadScope;

/**
 * Creates the scope of a read: its collection, partitions, output fields and consistency
 * level.
 *
 * @param collection the collection
 * @param converter provides the fields of a row
 * @param partitions checks that partitions exist
 * @param consistency the consistency level of reads that specify none
 */
record ReadScopeFactory(CollectionSchema collection, RowConverter<?> converter, KnownPartitions partitions,
		ConsistencyLevel consistency) {

	ReadScope of(ReadOptions options, RowReader<?> reader) {
		return of(options, outputFields(options, reader));
	}

	ReadScope of(ReadOptions options, List<String> outputFields) {
		options.partitions().forEach((partition) -> this.partitions.require(this.collection.name(), partition));
		ConsistencyLevel level = (options.consistency() != null) ? options.consistency() : this.consistency;
		return new ReadScope(this.collection.name(), options.partitions(), outputFields, level, 0);
	}

	private List<String> outputFields(ReadOptions options, RowReader<?> reader) {
		if (options.outputFields().isEmpty() && reader == this.converter) {
			return reader.outputFields();
		}
		LinkedHashSet<String> names = new LinkedHashSet<>();
		names.add(this.collection.primaryKey().name());
		if (options.outputFields().isEmpty()) {
			names.addAll(reader.outputFields());
		}
		for (String name : options.outputFields()) {
			names.add(fieldName(name));
		}
		return List.copyOf(names);
	}

	/**
	 * Returns the name of the field of a property.
	 */
	String fieldName(String property) {
		return this.converter.fieldName(property);
	}

}
