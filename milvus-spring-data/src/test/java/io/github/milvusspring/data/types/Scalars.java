package io.github.milvusspring.data.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A row of every scalar that servers since 2.3 have.
 */
@MilvusEntity("scalars")
public record Scalars(@Id UUID id, boolean flag, byte tiny, short small, int number, long big, float real,
		double precise, @MilvusField(type = FieldType.INT64) byte wideTiny,
		@MilvusField(type = FieldType.INT32) short wideSmall, @MilvusField(type = FieldType.INT64) int wideNumber,
		@MilvusField(type = FieldType.DOUBLE) float wideReal, @Nullable Boolean flagBox, @Nullable Byte tinyBox,
		@Nullable Short smallBox, @Nullable Integer numberBox, @Nullable Long bigBox, @Nullable Float realBox,
		@Nullable Double preciseBox, @MilvusField(type = FieldType.INT64) @Nullable Integer wideNumberBox,
		@Nullable String text, char character, @Nullable CharSequence sequence, @Nullable Color color,
		@Nullable UUID uuid, @Nullable URI uri, @Nullable URL url, @Nullable BigDecimal decimal,
		@Nullable BigInteger integer, @Nullable LocalDate date, @Nullable LocalDateTime dateTime,
		@Nullable LocalTime time, @Nullable OffsetTime offsetTime, @Nullable Duration duration, @Nullable Period period,
		@Nullable Year year, @Nullable YearMonth yearMonth, @Nullable MonthDay monthDay, @Nullable ZoneId zone,
		@Nullable ZoneOffset offset, @Nullable Locale locale, @Nullable Currency currency,
		@MilvusField(type = FieldType.VARCHAR) @Nullable Instant instantText,
		@MilvusField(type = FieldType.INT64) @Nullable Instant instantMillis,
		@MilvusField(type = FieldType.VARCHAR) @Nullable OffsetDateTime offsetDateTimeText,
		@MilvusField(type = FieldType.VARCHAR) @Nullable ZonedDateTime zonedDateTimeText,
		@MilvusField(type = FieldType.INT64) @Nullable Date dateMillis,
		@MilvusField(type = FieldType.JSON) @Nullable String document, @VectorField(dimension = 2) float[] vector) {

	public enum Color {

		RED, BLUE {
			@Override
			public String toString() {
				return "azure";
			}
		}

	}

	static Scalars largest(UUID id) throws Exception {
		return new Scalars(id, true, Byte.MAX_VALUE, Short.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE,
				Float.MAX_VALUE, Double.MAX_VALUE, Byte.MAX_VALUE, Short.MAX_VALUE, Integer.MAX_VALUE, Float.MAX_VALUE,
				true, Byte.MAX_VALUE, Short.MAX_VALUE, Integer.MAX_VALUE, 9_007_199_254_740_993L, Float.MIN_VALUE,
				Double.MIN_VALUE, Integer.MIN_VALUE, "日本語 😀 \"quoted\" \\ \n ß", 'ß', "sequence", Color.BLUE,
				new UUID(-1, 1), URI.create("urn:a:b?c#d"), URI.create("https://milvus.io/docs?q=1").toURL(),
				new BigDecimal("-1234567890.12345678901234567890"), BigInteger.TWO.pow(200), LocalDate.MAX,
				LocalDateTime.MIN, LocalTime.MAX, OffsetTime.MIN, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
				Period.of(-1, 2, -3), Year.of(Year.MAX_VALUE), YearMonth.of(12345, 1), MonthDay.of(2, 29),
				ZoneId.of("Europe/Berlin"), ZoneOffset.ofHoursMinutes(-9, -30), Locale.forLanguageTag("zh-Hant-TW"),
				Currency.getInstance("EUR"), Instant.MAX, Instant.ofEpochMilli(Long.MAX_VALUE / 2),
				OffsetDateTime.of(2025, 1, 2, 3, 4, 5, 6, ZoneOffset.ofHours(5)),
				ZonedDateTime.of(2025, 7, 1, 0, 0, 0, 1, ZoneId.of("America/New_York")), new Date(Long.MAX_VALUE),
				"{\"a\": [1, 2.5, null]}", new float[] { -0f, 1 });
	}

	static Scalars smallest(UUID id) throws Exception {
		return new Scalars(id, false, Byte.MIN_VALUE, Short.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, -0f, -0d,
				Byte.MIN_VALUE, Short.MIN_VALUE, Integer.MIN_VALUE, -0f, false, (byte) 0, (short) 0, 0, Long.MIN_VALUE,
				-0f, -0d, 0, "", '\0', "", Color.RED, new UUID(0, 0), URI.create(""), URI.create("http://h").toURL(),
				new BigDecimal("0E-10"), BigInteger.TEN.negate(), LocalDate.MIN, LocalDateTime.MAX, LocalTime.MIN,
				OffsetTime.MAX, Duration.ZERO, Period.ZERO, Year.of(-1), YearMonth.of(-5, 12), MonthDay.of(1, 1),
				ZoneOffset.UTC, ZoneOffset.UTC, Locale.ROOT, Currency.getInstance("XXX"), Instant.MIN, Instant.EPOCH,
				OffsetDateTime.MIN, ZonedDateTime.of(LocalDateTime.MIN, ZoneOffset.UTC), new Date(0), "[]",
				new float[] { 0.1f, 2 });
	}

	static Scalars nothing(UUID id) {
		return new Scalars(id, false, (byte) 0, (short) 0, 0, 0, 0, 0, (byte) 0, (short) 0, 0, 0, null, null, null,
				null, null, null, null, null, null, 'x', null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				new float[] { 1, 2 });
	}

}
