const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of SVG 1.1 and 2 that draw, describe or animate, and run or fetch nothing by themselves. */
export const SVG_ELEMENTS = words(`
  svg g defs symbol use title desc a image style path rect circle ellipse line polyline polygon text tspan textPath
  marker linearGradient radialGradient stop pattern clipPath mask view
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform set mpath`);

/** Elements that run script or hold a document of another kind. */
export const ACTIVE_ELEMENTS = words("script foreignObject handler listener iframe embed object audio video canvas");

/** Attributes without a namespace that drawing, describing or animating needs. */
export const SVG_ATTRIBUTES = words(`
  id class style lang role version baseProfile viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr
  d points pathLength transform transform-origin gradientUnits gradientTransform spreadMethod offset
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
  markerUnits markerWidth markerHeight orient refX refY
  dx dy rotate textLength lengthAdjust startOffset method spacing side href type media
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
  font-variant font-variant-numeric font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
  isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode
  opacity overflow paint-order pointer-events shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-align text-anchor text-decoration text-overflow text-rendering text-transform unicode-bidi vector-effect visibility
  white-space word-spacing writing-mode
  filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY
  edgeMode preserveAlpha surfaceScale diffuseConstant kernelUnitLength scale xChannelSelector yChannelSelector azimuth
  elevation stdDeviation tableValues slope intercept amplitude exponent radius specularConstant specularExponent pointsAtX
  pointsAtY pointsAtZ limitingConeAngle baseFrequency numOctaves seed stitchTiles
  attributeName attributeType begin dur end min max restart repeatCount repeatDur calcMode keyTimes keySplines keyPoints
  path origin from to by additive accumulate`);
