package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the server compute the vector of a property: it sends the text of another property
 * to an embedding model. The application never sends the vector, so the property may be
 * {@code null} when an entity is written.
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
	 * The provider that runs the model, such as {@code openai}, {@code bedrock} or
	 * {@code tei}.
	 * @return the name of the provider in Milvus
	 */
	String provider();

	/**
	 * The embedding model.
	 * @return the name of the model at the provider, empty when the provider needs none
	 */
	String model() default "";

	/**
	 * Further parameters of the function, each as {@code "name=value"}, for example
	 * {@code "credential=my-key"}.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * The name of the function; by default the name of the field followed by
	 * {@code _text_embedding}.
	 * @return the name
	 */
	String name() default "";

}
