package io.github.milvusspring.data.core

import io.github.milvusspring.data.mapping.AutoId
import io.github.milvusspring.data.mapping.DynamicFields
import io.github.milvusspring.data.mapping.MilvusEntity
import io.github.milvusspring.data.mapping.VectorField
import org.springframework.data.annotation.Id

/** A data class, as a Kotlin application writes it. */
@MilvusEntity("kotlin_notes")
data class KotlinNote(
	@Id @AutoId val id: Long? = null,
	val text: String,
	val note: String? = null,
	val rating: Int = 5,
	val tags: List<String> = listOf("none"),
	@DynamicFields val extra: Map<String, Any> = emptyMap(),
	@VectorField(dimension = 2) val embedding: FloatArray = floatArrayOf(1f, 0f)
)
