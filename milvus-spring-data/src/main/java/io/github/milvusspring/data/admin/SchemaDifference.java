package io.github.milvusspring.data.admin;

/**
 * One way in which a collection is not as it is declared.
 *
 * @param field the field, or a value within a JSON field, or {@code (collection)}
 * @param declared what is declared
 * @param found what the server has
 * @param operation how Milvus can make it what is declared
 */
public record SchemaDifference(String field, String declared, String found, SchemaOperation operation) {
}
