package io.github.milvusspring.data.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Set;

/**
 * For values that Milvus stores as texts: whether the texts sort in the same order as the
 * values.
 */
public enum TextOrder {

	/** The texts sort as the values do. */
	AS_VALUES,

	/**
	 * The texts sort as the values do for the years 0 to 9999. The text of an earlier or
	 * later year begins with a sign and sorts differently.
	 */
	SIGNED_YEARS,

	/** The texts sort differently: as texts, {@code "9.99"} comes after {@code "50"}. */
	OTHERWISE;

	private static final Set<Class<?>> SIGNED = Set.of(LocalDate.class, LocalDateTime.class, YearMonth.class);

	private static final Set<Class<?>> SORTED = Set.of(LocalTime.class, java.time.MonthDay.class, Character.class);

	/**
	 * Returns how the texts of a type sort.
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
	 * Returns the error message for a comparison by order that would be wrong.
	 * @param property the name of a property whose texts sort {@link #OTHERWISE}
	 * @return the message
	 */
	public static String refusal(String property) {
		return "Property '" + property
				+ "' is stored as text, which sorts otherwise than its values: as texts, \"9.99\""
				+ " comes after \"50\". Compare it by equality, or let a converter (MilvusCustomConversions) store it as a"
				+ " number, for example as Long, or as a text that does sort";
	}

}
