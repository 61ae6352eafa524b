package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Configures the analyzer of a {@code String} property: how Milvus splits its text into
 * words, for {@link FullText} search and for filters that match words
 * ({@code TEXT_MATCH}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Analyzer {

	/**
	 * The name of a built-in analyzer, such as {@code standard}, {@code english} or
	 * {@code chinese}.
	 * @return the name, empty for {@code standard} or for an analyzer built from the
	 * other attributes
	 */
	String value() default "";

	/**
	 * The tokenizer, which splits the text, such as {@code standard}, {@code whitespace}
	 * or {@code icu}.
	 * @return the name of the tokenizer, empty for that of the analyzer
	 */
	String tokenizer() default "";

	/**
	 * The filters that change each word, such as {@code lowercase} or
	 * {@code asciifolding}.
	 * @return the names of the filters, in the order in which they are applied
	 */
	String[] filters() default {};

	/**
	 * The stop words, which are left out of the index and of searches.
	 * @return words, or names of lists built into Milvus such as {@code _english_}
	 */
	String[] stopWords() default {};

	/**
	 * The complete analyzer as a JSON object in the format of Milvus, instead of the
	 * attributes above.
	 * @return the JSON, empty for none
	 */
	String params() default "";

	/**
	 * Whether filters may match words of the text with {@code TEXT_MATCH}.
	 * @return {@code true} to allow {@code TEXT_MATCH}
	 */
	boolean match() default false;

	/**
	 * One analyzer per language, instead of the attributes above. One of them must be
	 * named {@code default}.
	 * @return the analyzers, empty when one analyzer is used for all texts
	 */
	Language[] languages() default {};

	/**
	 * The property that holds the language of the text of each row; needed with
	 * {@link #languages()}.
	 * @return the name of a {@code String} property, empty for none
	 */
	String byField() default "";

	/**
	 * The analyzer for texts of one language.
	 */
	@Documented
	@Retention(RetentionPolicy.RUNTIME)
	@Target({})
	@interface Language {

		/**
		 * The value that marks a text as being of this language, or {@code default} for
		 * all other texts.
		 * @return the name
		 */
		String name();

		/**
		 * Other values that stand for the same language.
		 * @return the names
		 */
		String[] aliases() default {};

		/**
		 * The name of a built-in analyzer, such as {@code standard}, {@code english} or
		 * {@code chinese}.
		 * @return the name, empty for {@code standard} or for an analyzer built from the
		 * other attributes
		 */
		String value() default "";

		/**
		 * The tokenizer, which splits the text, such as {@code standard},
		 * {@code whitespace} or {@code icu}.
		 * @return the name of the tokenizer, empty for that of the analyzer
		 */
		String tokenizer() default "";

		/**
		 * The filters that change each word, such as {@code lowercase} or
		 * {@code asciifolding}.
		 * @return the names of the filters, in the order in which they are applied
		 */
		String[] filters() default {};

		/**
		 * The stop words, which are left out of the index and of searches.
		 * @return words, or names of lists built into Milvus such as {@code _english_}
		 */
		String[] stopWords() default {};

		/**
		 * The complete analyzer as a JSON object in the format of Milvus, instead of the
		 * attributes above.
		 * @return the JSON, empty for none
		 */
		String params() default "";

	}

}
