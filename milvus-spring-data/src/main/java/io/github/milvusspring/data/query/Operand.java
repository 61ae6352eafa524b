package io.github.milvusspring.data.query;

/**
 * What a property can be compared with besides a value: another property.
 *
 * @see Filter#field(String)
 */
public sealed interface Operand permits Term {

}
