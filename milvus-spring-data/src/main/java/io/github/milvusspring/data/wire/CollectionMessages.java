package io.github.milvusspring.data.wire;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.UnknownField;
import io.milvus.grpc.CreateCollectionRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Converts collection schemas to and from the generated messages of the Milvus protocol.
 */
final class CollectionMessages {

	private CollectionMessages() {
	}

	static CreateCollectionRequest create(CollectionSchema collection) {
		io.milvus.grpc.CollectionSchema.Builder schema = io.milvus.grpc.CollectionSchema.newBuilder()
			.setName(collection.name())
			.setDescription(collection.description())
			.setEnableDynamicField(collection.dynamic());
		collection.functions().forEach((function) -> schema.addFunctions(write(function)));
		for (FieldSchema field : collection.fields()) {
			if (field.type() == FieldType.ARRAY_OF_STRUCT) {
				schema.addStructArrayFields(FieldMessages.writeStruct(field));
			}
			else {
				schema.addFields(FieldMessages.write(field));
			}
		}
		ConsistencyLevel consistency = collection.consistency();
		return CreateCollectionRequest.newBuilder()
			.setCollectionName(collection.name())
			.setSchema(schema.build().toByteString())
			// An unset level (0) would mean STRONG: the protocol cannot leave the choice
			// to the server.
			.setConsistencyLevelValue(((consistency != null) ? consistency : ConsistencyLevel.BOUNDED).number())
			.setShardsNum(Math.max(1, collection.shards()))
			.setNumPartitions(collection.partitions())
			.addAllProperties(FieldMessages.pairs(collection.properties()))
			.build();
	}

	static io.milvus.grpc.FunctionSchema write(FunctionSchema function) {
		return io.milvus.grpc.FunctionSchema.newBuilder().setName(function.name()).setType(switch (function.type()) {
			case BM25 -> io.milvus.grpc.FunctionType.BM25;
			case TEXT_EMBEDDING -> io.milvus.grpc.FunctionType.TextEmbedding;
			case UNKNOWN -> throw new InvalidDataAccessApiUsageException(
					"Function '" + function.name() + "' is of a kind that this version cannot create");
		})
			.addAllInputFieldNames(function.inputs())
			.addAllOutputFieldNames(function.outputs())
			.addAllParams(FieldMessages.pairs(function.parameters()))
			.build();
	}

	static CollectionSchema read(DescribeCollectionResponse response, List<IndexSchema> indexes) {
		io.milvus.grpc.CollectionSchema schema = response.getSchema();
		List<FieldSchema> fields = new ArrayList<>();
		List<UnknownField> unknown = new ArrayList<>();
		for (io.milvus.grpc.FieldSchema field : schema.getFieldsList()) {
			UnknownField unreadable = FieldMessages.unknown(field);
			if (unreadable != null) {
				unknown.add(unreadable);
			}
			else if (!field.getIsDynamic()) {
				fields.add(indexed(FieldMessages.read(field, schema.getAutoID()), field.getName(), indexes));
			}
		}
		for (io.milvus.grpc.StructArrayFieldSchema struct : schema.getStructArrayFieldsList()) {
			UnknownField unreadable = FieldMessages.unknown(struct);
			if (unreadable != null) {
				unknown.add(unreadable);
				continue;
			}
			FieldSchema field = FieldMessages.readStruct(struct);
			fields.add(field.toBuilder()
				.structFields(field.structFields()
					.stream()
					.map((one) -> indexed(one, field.name() + "[" + one.name() + "]", indexes))
					.toList())
				.build());
		}
		return CollectionSchema
			.of(response.getCollectionName().isEmpty() ? schema.getName() : response.getCollectionName(), fields)
			.description(schema.getDescription())
			.unknownFields(unknown)
			.dynamic(schema.getEnableDynamicField())
			.functions(schema.getFunctionsList().stream().map(CollectionMessages::read).toList())
			.indexes(indexes)
			.shards(response.getShardsNum())
			.partitions((int) response.getNumPartitions())
			.consistency(consistency(response.getConsistencyLevelValue()))
			.properties(FieldMessages.values(response.getPropertiesList()))
			.build();
	}

	private static FieldSchema indexed(FieldSchema field, String name, List<IndexSchema> indexes) {
		for (IndexSchema index : indexes) {
			if (index.field().equals(name) && index.metric() != null) {
				return field.toBuilder().metric(index.metric()).build();
			}
		}
		return field;
	}

	private static FunctionSchema read(io.milvus.grpc.FunctionSchema function) {
		FunctionType type = switch (function.getType()) {
			case BM25 -> FunctionType.BM25;
			case TextEmbedding -> FunctionType.TEXT_EMBEDDING;
			default -> FunctionType.UNKNOWN;
		};
		return new FunctionSchema(function.getName(), type, function.getInputFieldNamesList(),
				function.getOutputFieldNamesList(), FieldMessages.values(function.getParamsList()));
	}

	private static @Nullable ConsistencyLevel consistency(int number) {
		for (ConsistencyLevel level : ConsistencyLevel.values()) {
			if (level.number() == number) {
				return level;
			}
		}
		return null;
	}

}
