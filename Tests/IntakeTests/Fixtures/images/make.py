"""Made the pictures in this folder, once: Pillow 11, piexif 1.1.3, pillow-heif, cjpeg of libjpeg-turbo.

The tests read the files and never run this.
"""
import io, subprocess
import piexif
from PIL import Image, ImageCms, PngImagePlugin
from pillow_heif import register_heif_opener

register_heif_opener()
picture = Image.new("RGB", (24, 16))
for x in range(24):
    for y in range(16):
        picture.putpixel((x, y), (x * 10, y * 15, 128))

gps = {
    piexif.GPSIFD.GPSLatitudeRef: "N", piexif.GPSIFD.GPSLatitude: ((23, 1), (7, 1), (1234, 100)),
    piexif.GPSIFD.GPSLongitudeRef: "E", piexif.GPSIFD.GPSLongitude: ((113, 1), (15, 1), (5678, 100)),
}
def exif(orientation, order="MM"):
    thumb = io.BytesIO(); picture.resize((8, 6)).save(thumb, "JPEG")
    data = piexif.dump({
        "0th": {piexif.ImageIFD.Make: "Phone Maker", piexif.ImageIFD.Orientation: orientation,
                piexif.ImageIFD.DateTime: "2026:11:22 10:00:00", piexif.ImageIFD.Artist: "Owner Name"},
        "Exif": {piexif.ExifIFD.DateTimeOriginal: "2026:11:20 09:12:40",
                 piexif.ExifIFD.MakerNote: b"secret 23.1201N"},
        "GPS": gps, "1st": {piexif.ImageIFD.Make: "Thumb"}, "thumbnail": thumb.getvalue()})
    return data
XMP = (b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
       b"<exif:GPSLatitude>23,7.2057N</exif:GPSLatitude></x:xmpmeta>")
def app(marker, data): return bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2, "big") + data
icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

out = io.BytesIO()
picture.save(out, "JPEG", quality=80, exif=exif(6), icc_profile=icc, comment=b"at 23.1201N 113.2658E")
phone = out.getvalue()
iptc = app(0xED, b"Photoshop 3.0\x008BIM\x04\x04 Guangzhou")
mpf = app(0xE2, b"MPF\0" + b"MM\0*" + bytes(8))
phone = phone[:2] + app(0xE1, XMP) + iptc + mpf + phone[2:]
tail = b"MotionPhoto_Data" + b"\0\0\0\x18ftypmp42 23.1201N 113.2658E" + bytes(64)
open("phone.jpg", "wb").write(phone + tail)

picture.save("plain.jpg", "JPEG", quality=80)
picture.save("progressive.jpg", "JPEG", quality=80, progressive=True, restart_marker_blocks=1)
picture.convert("CMYK").save("cmyk.jpg", "JPEG")
picture.convert("L").save("grey.jpg", "JPEG")
Image.new("RGB", (1, 1), (200, 30, 30)).save("dot.jpg", "JPEG")
picture.save("plain.ppm")
open("arithmetic.jpg", "wb").write(subprocess.check_output(["cjpeg", "-arithmetic", "plain.ppm"]))
subprocess.check_call(["rm", "plain.ppm"])

info = PngImagePlugin.PngInfo()
info.add_text("Comment", "at 23.1201N 113.2658E")
info.add_text("Location", "Guangzhou", zip=True)
info.add_itxt("XML:com.adobe.xmp", "<exif:GPSLatitude>23,7.2057N</exif:GPSLatitude>")
picture.save("screen.png", "PNG", pnginfo=info, exif=exif(1), icc_profile=icc, dpi=(96, 96))
picture.convert("P").save("palette.png", "PNG", transparency=3)
Image.new("RGBA", (1, 1), (200, 30, 30, 128)).save("dot.png", "PNG")
picture.save("phone.heic", "HEIF")
