package io.github.milvusspring.data.query;

/**
 * A property that another property is compared with, in place of a value.
 *
 * @see Filter#field(String)
 */
public sealed interface Operand permits Term {

}
