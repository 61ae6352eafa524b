package io.github.milvusspring.data.mapping.type;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

import org.springframework.util.ClassUtils;

/**
 * Shapes of JTS, where the application has it.
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
	 * What is loaded only where JTS is.
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
