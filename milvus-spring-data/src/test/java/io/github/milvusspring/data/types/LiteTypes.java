package io.github.milvusspring.data.types;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

import org.springframework.data.annotation.Id;

/**
 * A row of the types that are newer than 2.3.
 */
@MilvusEntity("newer")
public record LiteTypes(@Id Long id, @Nullable Instant instant, @Nullable OffsetDateTime offset,
		@Nullable ZonedDateTime zoned, @Nullable Date date,
		@MilvusField(type = FieldType.TIMESTAMPTZ) @Nullable String text,
		@MilvusField(type = FieldType.GEOMETRY) @Nullable String wkt, @Nullable Geometry geometry,
		@Nullable Point point, @VectorField SparseVector sparse, @VectorField Map<Long, Float> sparseMap,
		@VectorField(dimension = 3) List<Float> list) {
}
