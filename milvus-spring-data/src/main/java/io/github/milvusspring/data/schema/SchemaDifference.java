package io.github.milvusspring.data.schema;

/**
 * One way in which a collection is not as its entity declares it.
 *
 * @param field the field
 * @param declared what the entity declares
 * @param found what the server has
 */
public record SchemaDifference(String field, String declared, String found) {
}
