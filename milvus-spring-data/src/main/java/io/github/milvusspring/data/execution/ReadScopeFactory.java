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
 * Where the reads of one collection look, and what they return.
 *
 * @param collection the collection
 * @param converter knows the fields of a row
 * @param partitions knows the partitions
 * @param consistency how fresh the data must be for reads that do not say
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
	 * The name of the field of a property.
	 */
	String fieldName(String property) {
		return this.converter.fieldName(property);
	}

}
