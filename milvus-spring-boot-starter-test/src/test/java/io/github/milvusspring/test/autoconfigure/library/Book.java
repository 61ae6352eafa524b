package io.github.milvusspring.test.autoconfigure.library;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

@MilvusEntity("books")
public record Book(@Id long id, String title, @VectorField(dimension = 2) float[] embedding) {
}
