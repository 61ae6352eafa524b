package io.github.milvusspring.data.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Set;

/**
 * How texts sort that stand for values of another type.
 */
public enum TextOrder {

	/** As the values do. */
	AS_VALUES,

	/**
	 * As the values do in the years 0 to 9999. The text of an earlier or later year
	 * begins with a sign.
	 */
	SIGNED_YEARS,

	/** Otherwise than the values: {@code "9.99"} comes after {@code "50"}. */
	OTHERWISE;

	private static final Set<Class<?>> SIGNED = Set.of(LocalDate.class, LocalDateTime.class, YearMonth.class);

	private static final Set<Class<?>> SORTED = Set.of(LocalTime.class, java.time.MonthDay.class, Character.class);

	/**
	 * Returns the order of the texts of a type.
	 * @param type the type of the values
	 * @return the order
	 */
	public static TextOrder of(Class<?> type) {
		if (SIGNED.contains(type)) {
			return SIGNED_YEARS;
		}
		return (CharSequence.class.isAssignableFrom(type) || SORTED.contains(type)) ? AS_VALUES : OTHERWISE;
	}

	/**
	 * Says why the values of a property are not compared by order.
	 * @param property the name of a property that sorts {@link #OTHERWISE}
	 * @return the sentence
	 */
	public static String refusal(String property) {
		return "Property '" + property
				+ "' is stored as text, which sorts otherwise than its values: as texts, \"9.99\""
				+ " comes after \"50\". Compare it by equality, or let a converter (MilvusCustomConversions) store it as a"
				+ " number, for example as Long, or as a text that does sort";
	}

}
