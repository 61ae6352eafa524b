package io.github.milvusspring.data.mapping.type;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

import org.springframework.util.ClassUtils;

/**
 * Converts the geometries of the JTS library, when it is on the class path, to well-known
 * text (WKT).
 */
public final class JtsGeometries {

	private static final boolean PRESENT = ClassUtils.isPresent("org.locationtech.jts.geom.Geometry",
			JtsGeometries.class.getClassLoader());

	private JtsGeometries() {
	}

	public static boolean are(Class<?> type) {
		return PRESENT && Shapes.include(type);
	}

	public static ValueConversion conversion(Class<?> type) {
		return Shapes.conversion(type);
	}

	/**
	 * Uses classes of JTS, and is therefore loaded only when JTS is present.
	 */
	private static final class Shapes {

		static boolean include(Class<?> type) {
			return Geometry.class.isAssignableFrom(type);
		}

		public static ValueConversion conversion(Class<?> type) {
			return new ValueConversion(type, String.class, (shape) -> ((Geometry) shape).toText(),
					(text) -> type.cast(read((String) text)));
		}

		private static Geometry read(String text) {
			try {
				return new WKTReader().read(text);
			}
			catch (ParseException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
		}

	}

}
