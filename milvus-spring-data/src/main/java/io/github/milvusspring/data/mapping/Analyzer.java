package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the text of a {@code String} property is cut into words, for {@link FullText}
 * or for filters that match words.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Analyzer {

	/**
	 * The analyzer by its name, such as {@code standard}, {@code english} or
	 * {@code chinese}.
	 * @return the name, empty for {@code standard} or what the other attributes say
	 */
	String value() default "";

	/**
	 * What cuts the text, such as {@code standard}, {@code whitespace} or {@code icu}.
	 * @return the tokenizer, empty for the analyzer's own
	 */
	String tokenizer() default "";

	/**
	 * What is done with each word, such as {@code lowercase} or {@code asciifolding}.
	 * @return the filters in their order
	 */
	String[] filters() default {};

	/**
	 * Words that are left out.
	 * @return the words, or Milvus's own lists such as {@code _english_}
	 */
	String[] stopWords() default {};

	/**
	 * The whole analyzer as JSON in Milvus's own words, in place of the attributes above.
	 * @return the JSON, empty for none
	 */
	String params() default "";

	/**
	 * Whether filters may match words of the text.
	 * @return {@code true} to allow {@code TEXT_MATCH}
	 */
	boolean match() default false;

	/**
	 * An analyzer for each language, in place of the attributes above; one of them is
	 * named {@code default}.
	 * @return the analyzers, empty for one analyzer for all texts
	 */
	Language[] languages() default {};

	/**
	 * The property that says the language of each text.
	 * @return the name of a {@code String} property
	 */
	String byField() default "";

	/**
	 * An analyzer for the texts of one language.
	 */
	@Documented
	@Retention(RetentionPolicy.RUNTIME)
	@Target({})
	@interface Language {

		/**
		 * The name that texts are marked by, or {@code default} for all others.
		 * @return the name
		 */
		String name();

		/**
		 * Other names of the same language.
		 * @return the names
		 */
		String[] aliases() default {};

		/**
		 * The analyzer by its name, such as {@code standard}, {@code english} or
		 * {@code chinese}.
		 * @return the name, empty for {@code standard} or what the other attributes say
		 */
		String value() default "";

		/**
		 * What cuts the text, such as {@code standard}, {@code whitespace} or
		 * {@code icu}.
		 * @return the tokenizer, empty for the analyzer's own
		 */
		String tokenizer() default "";

		/**
		 * What is done with each word, such as {@code lowercase} or {@code asciifolding}.
		 * @return the filters in their order
		 */
		String[] filters() default {};

		/**
		 * Words that are left out.
		 * @return the words, or Milvus's own lists such as {@code _english_}
		 */
		String[] stopWords() default {};

		/**
		 * The whole analyzer as JSON in Milvus's own words, in place of the attributes
		 * above.
		 * @return the JSON, empty for none
		 */
		String params() default "";

	}

}
