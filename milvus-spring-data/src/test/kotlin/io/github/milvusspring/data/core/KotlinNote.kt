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

/** A class with a property that is computed at its first use. */
@MilvusEntity("kotlin_lazy")
class KotlinLazy(@Id val id: String, @VectorField(dimension = 2) val v: FloatArray) {
	val title: String by lazy { "title of $id" }
}

/** A class whose lazy property is left alone. */
@MilvusEntity("kotlin_lazy_transient")
class KotlinLazyTransient(@Id val id: String, @VectorField(dimension = 2) val v: FloatArray) {
	@delegate:org.springframework.data.annotation.Transient
	val title: String by lazy { "title of $id" }
}

/** A text with a type of its own. */
@JvmInline
value class Title(val value: String)

/** A class with values of a type that is a text at run time. */
@MilvusEntity("kotlin_titled")
data class KotlinTitled(
	@Id val id: String,
	val title: Title,
	@VectorField(dimension = 2) val v: FloatArray
)

/** A class that checks what it is made of. */
@MilvusEntity("kotlin_strict")
data class KotlinStrict(
	@Id val id: String,
	val title: String,
	@org.springframework.data.annotation.Transient val scratch: String = "none",
	@org.springframework.data.annotation.Transient val count: Int = 7,
	@VectorField(dimension = 2) val v: FloatArray
) {
	init {
		require(title.isNotBlank()) { "a title is needed" }
	}
}

/** A part of it. */
data class KotlinShown(val title: String)

/** Makes what Java cannot. */
object KotlinTitles {
	@JvmStatic
	fun of(id: String, title: String, v: FloatArray) = KotlinTitled(id, Title(title), v)

	@JvmStatic
	fun text(titled: KotlinTitled) = titled.title.value
}

/** A repository that promises not to block. */
interface KotlinSuspending : org.springframework.data.repository.Repository<KotlinStrict, String> {
	suspend fun findByTitle(title: String): KotlinStrict?
}
