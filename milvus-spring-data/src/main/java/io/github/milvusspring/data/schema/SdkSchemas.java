package io.github.milvusspring.data.schema;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.mapping.Metric;
import io.milvus.v2.common.DataType;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.response.DescribeCollectionResp;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Collections in the words of the SDK.
 */
final class SdkSchemas {

	private SdkSchemas() {
	}

	static CreateCollectionReq.CollectionSchema toSdk(CollectionSchema collection) {
		CreateCollectionReq.CollectionSchema schema = CreateCollectionReq.CollectionSchema.builder()
			.enableDynamicField(collection.dynamic())
			.build();
		for (FieldSchema field : collection.fields()) {
			schema.addField(toSdk(field));
		}
		return schema;
	}

	private static AddFieldReq toSdk(FieldSchema field) {
		AddFieldReq.AddFieldReqBuilder<?> builder = AddFieldReq.builder()
			.fieldName(field.name())
			.dataType(toSdk(field.type()))
			.isPrimaryKey(field.primaryKey())
			.autoID(field.autoId())
			.isPartitionKey(field.partitionKey())
			.isNullable(field.nullable());
		if (field.elementType() != null) {
			builder.elementType(toSdk(field.elementType()));
		}
		if (field.dimension() > 0) {
			builder.dimension(field.dimension());
		}
		if (field.maxLength() > 0) {
			builder.maxLength(field.maxLength());
		}
		if (field.maxCapacity() > 0) {
			builder.maxCapacity(field.maxCapacity());
		}
		return builder.build();
	}

	private static DataType toSdk(FieldType type) {
		return switch (type) {
			case BOOL -> DataType.Bool;
			case INT8 -> DataType.Int8;
			case INT16 -> DataType.Int16;
			case INT32 -> DataType.Int32;
			case INT64 -> DataType.Int64;
			case FLOAT -> DataType.Float;
			case DOUBLE -> DataType.Double;
			case VARCHAR -> DataType.VarChar;
			case ARRAY -> DataType.Array;
			case JSON -> DataType.JSON;
			case GEOMETRY -> DataType.Geometry;
			case TIMESTAMPTZ -> DataType.Timestamptz;
			case BINARY_VECTOR -> DataType.BinaryVector;
			case FLOAT_VECTOR -> DataType.FloatVector;
			case FLOAT16_VECTOR -> DataType.Float16Vector;
			case BFLOAT16_VECTOR -> DataType.BFloat16Vector;
			case SPARSE_FLOAT_VECTOR -> DataType.SparseFloatVector;
			case INT8_VECTOR -> DataType.Int8Vector;
			case ARRAY_OF_STRUCT -> DataType.Struct;
			case TEXT, ARRAY_OF_VECTOR ->
				throw new InvalidDataAccessApiUsageException("The type " + type + " has no name in the SDK");
		};
	}

	static @Nullable Metric metric(IndexParam.@Nullable MetricType metric) {
		for (Metric known : Metric.values()) {
			if (metric != null && known.name().equals(metric.name())) {
				return known;
			}
		}
		return null;
	}

	static CollectionSchema fromSdk(DescribeCollectionResp description) {
		boolean autoId = Boolean.TRUE.equals(description.getAutoID());
		List<FieldSchema> fields = new ArrayList<>();
		for (CreateCollectionReq.FieldSchema field : description.getCollectionSchema().getFieldSchemaList()) {
			fields.add(fromSdk(field, autoId));
		}
		String text = description.getDescription();
		return CollectionSchema.of(description.getCollectionName(), fields)
			.description((text != null) ? text : "")
			.dynamic(Boolean.TRUE.equals(description.getEnableDynamicField()))
			.build();
	}

	private static FieldSchema fromSdk(CreateCollectionReq.FieldSchema field, boolean autoId) {
		FieldType type = FieldType.ofNumber(field.getDataType().getCode());
		if (type == null) {
			throw new InvalidDataAccessApiUsageException(
					"Field '" + field.getName() + "' is of the type " + field.getDataType() + ", which is not mapped");
		}
		boolean array = type == FieldType.ARRAY;
		FieldType elementType = array ? FieldType.ofNumber(field.getElementType().getCode()) : null;
		boolean text = type == FieldType.VARCHAR;
		boolean key = Boolean.TRUE.equals(field.getIsPrimaryKey());
		return FieldSchema.of(field.getName(), type)
			.elementType(elementType)
			.dimension(type.isDense() ? number(field.getDimension()) : 0)
			.maxLength((text || elementType == FieldType.VARCHAR) ? length(field, text) : 0)
			.maxCapacity(array ? number(field.getMaxCapacity()) : 0)
			.nullable(Boolean.TRUE.equals(field.getIsNullable()))
			.defaultValue(field.getDefaultValue())
			.primaryKey(key)
			.autoId(key && (autoId || Boolean.TRUE.equals(field.getAutoID())))
			.partitionKey(Boolean.TRUE.equals(field.getIsPartitionKey()))
			.build();
	}

	// The SDK's own default stands in where a server does not say.
	private static int length(CreateCollectionReq.FieldSchema field, boolean text) {
		boolean said = field.getTypeParams() != null && field.getTypeParams().containsKey("max_length");
		return (text || said) ? number(field.getMaxLength()) : 0;
	}

	private static int number(@Nullable Integer value) {
		return (value != null) ? value : 0;
	}

}
