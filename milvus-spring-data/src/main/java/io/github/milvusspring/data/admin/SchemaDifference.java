package io.github.milvusspring.data.admin;

/**
 * One difference between a collection and its declaration.
 *
 * @param field the name of the field, the path of a value within a JSON field, or
 * {@code (collection)} for the collection itself
 * @param declared what is declared
 * @param found what the server has
 * @param operation the operation by which Milvus can remove the difference
 */
public record SchemaDifference(String field, String declared, String found, SchemaOperation operation) {
}
