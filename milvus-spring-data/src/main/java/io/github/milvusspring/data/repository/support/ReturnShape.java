package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.util.QueryExecutionConverters;

/**
 * The return type of a method: whether it holds one or several rows, and whether they
 * have scores.
 *
 * @param container the kind of container that holds the rows
 * @param scored whether each row is returned with its score
 * @param element the type of a row
 */
record ReturnShape(Container container, boolean scored, Class<?> element) {

	static ReturnShape of(TypeInformation<?> returned) {
		TypeInformation<?> type = returned;
		while (Future.class.isAssignableFrom(type.getType())) {
			type = argument(type);
		}
		Container container = container(type);
		boolean wraps = container != Container.ONE || isOptional(type);
		TypeInformation<?> element = wraps ? argument(type) : type;
		boolean scored = container == Container.RESULTS || element.getType() == SearchResult.class;
		if (element.getType() == SearchResult.class) {
			element = argument(element);
		}
		return new ReturnShape(container, scored, element.getType());
	}

	private static boolean isOptional(TypeInformation<?> type) {
		return type.getType() == Optional.class || (QueryExecutionConverters.supports(type.getType())
				&& QueryExecutionConverters.isSingleValue(type.getType()));
	}

	private static Container container(TypeInformation<?> type) {
		Class<?> raw = type.getType();
		if (SearchResults.class.isAssignableFrom(raw)) {
			return Container.RESULTS;
		}
		if (Page.class.isAssignableFrom(raw)) {
			return Container.PAGE;
		}
		if (Slice.class.isAssignableFrom(raw)) {
			return Container.SLICE;
		}
		if (Window.class.isAssignableFrom(raw)) {
			return Container.WINDOW;
		}
		if (Stream.class.isAssignableFrom(raw)) {
			return Container.STREAM;
		}
		boolean many = type.isCollectionLike()
				|| (QueryExecutionConverters.supports(raw) && !QueryExecutionConverters.isSingleValue(raw));
		return many ? Container.LIST : Container.ONE;
	}

	private static TypeInformation<?> argument(TypeInformation<?> type) {
		TypeInformation<?> component = type.getComponentType();
		if (component != null) {
			return component;
		}
		List<TypeInformation<?>> arguments = type.getTypeArguments();
		return arguments.isEmpty() ? TypeInformation.OBJECT : arguments.get(0);
	}

	/** The kinds of containers. */
	enum Container {

		/** {@code SearchResults} of Spring Data. */
		RESULTS,
		/** A list, or another collection. */
		LIST,
		/** A stream. */
		STREAM,
		/** A page, with the total number of rows. */
		PAGE,
		/** A slice, which knows whether there is a next one. */
		SLICE,
		/** A window: a part of the rows through which a caller scrolls. */
		WINDOW,
		/** No container: the method returns one row or none. */
		ONE

	}

}
