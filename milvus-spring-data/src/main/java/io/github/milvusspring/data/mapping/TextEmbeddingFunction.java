package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the server make the vectors of a property from a text by calling a model; the
 * property may stay {@code null} when an entity is written, and is never sent.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface TextEmbeddingFunction {

	/**
	 * The {@code String} property that holds the text.
	 * @return the name of a property
	 */
	String from();

	/**
	 * Who runs the model, such as {@code openai}, {@code bedrock} or {@code tei}.
	 * @return the provider as the server knows it
	 */
	String provider();

	/**
	 * The model.
	 * @return its name at the provider, empty where the provider needs none
	 */
	String model() default "";

	/**
	 * Further parameters, each {@code "name=value"}, for example
	 * {@code "credential=my-key"}.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * The name of the function; by default the name of the field and
	 * {@code _text_embedding}.
	 * @return the name
	 */
	String name() default "";

}
